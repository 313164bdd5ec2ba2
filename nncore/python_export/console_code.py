"""The part of the file that speaks with whoever runs it; it is the same for every network."""

CONSOLE = '''
def cells_of(lines, separator):
    """Yield the cells of each row in lines; between quotation marks the separator may stand in a cell, too."""
    if separator == " ":
        lines = (" ".join(line.split()) for line in lines)
    for cells in csv.reader(lines, delimiter=separator, skipinitialspace=True):
        cells = [cell.strip() for cell in cells]
        # A spreadsheet takes '=a for a text, and =a for a formula: files that it can open are written so.
        yield [cell[1:] if cell.startswith(("'=", "'+", "'-", "'@")) else cell for cell in cells]


def number_in(cell, separator):
    """Return the number in a cell, nan if it is none; a comma stands before decimals."""
    may_be_thousands = separator == "," and len(cell.partition(",")[2]) == 3  # between quotation marks: "1,500"
    try:
        return float(cell if may_be_thousands else cell.replace(",", "."))
    except ValueError:
        return np.nan


def numbers_of(cells, columns, separator):
    """Return the inputs that a row is: a word has its own numbers; a ValueError says it if a cell has none."""
    got = (" " if separator == "\\t" else separator).join(cells)
    of_numbers = "".join(cell for cell, column in zip(cells, columns) if column not in WORDS)
    if "," in of_numbers and "." in of_numbers:  # 1.500 beside 3,5 may be more than a thousand
        raise ValueError(f"Write decimals with a point or with a comma, not with both. Got: {got}")
    numbers = []
    for cell, column in zip(cells, columns):
        words, number = WORDS.get(column, {}), number_in(cell, separator)
        if cell in words:
            numbers += words[cell]
        elif column in INPUT_NAMES and np.isfinite(number):
            numbers.append(number)
        else:
            wanted = f"one of these words: {', '.join(words)}" if words else "a number"
            is_decimal = separator == "," and " " in cell and not words
            how = "; with decimal commas write semicolons between the cells" if is_decimal else ""
            raise ValueError(f'{column} must be {wanted}{how}. Got "{cell}" in: {got}')
    return numbers


def row_in(line):
    """Return the inputs in a line without a head; semicolons stand between cells, or else tabs, or commas, or spaces."""
    line = " ".join(line.splitlines())
    separator = next((sign for sign in ";\\t," if len(next(cells_of([line], sign), [])) > 1), " ")
    cells = next(cells_of([line], separator), [])
    if line.strip() in WORDS.get(COLUMNS[0], {}):  # a word of more than one, which may be all of a row
        cells = [line.strip()]
    for columns in (COLUMNS, INPUT_NAMES):
        if len(cells) == len(columns):
            return numbers_of(cells, columns, separator)
    raise ValueError(f"A row is {A_ROW}. Got: {' '.join(line.split())}")


def piped_lines():
    """Return the lines that are piped in, whose letters may be those in which a spreadsheet on Windows saves."""
    lines = sys.stdin.buffer.read().removeprefix("\\ufeff".encode()).splitlines(keepends=True)
    try:
        return [line.decode("utf-8") for line in lines]
    except UnicodeDecodeError:
        return [line.decode("cp1252", errors="replace") for line in lines]


def rows_in(lines):
    """Yield the inputs of each row in lines; a first line that names the columns may do so in any order, among others."""
    lines = (line for line in lines if line.strip())
    head = next(lines, "")
    for separator in ";\\t, ":
        names = next(cells_of([head], separator), [])
        for columns in (COLUMNS, INPUT_NAMES):
            if set(columns) <= set(names):
                for cells in cells_of(lines, separator):
                    cell_under = dict(zip(names, cells))
                    yield numbers_of([cell_under.get(name, "") for name in columns], columns, separator)
                return
        absent = [name for name in COLUMNS if name not in names]
        if len(absent) < len(COLUMNS):
            raise ValueError(f"The first line names columns, but not {', '.join(absent)}.")
    yield from map(row_in, [head] if head else [])
    yield from map(row_in, lines)


def answer(row):
    """Print what the network answers to the inputs of a row."""
    print(answer_text(think([row])[0]))


def check():
    """Train again, compare with what was recorded, and return the exit code."""
    parameters = train()
    found = loss_of(parameters)
    print(f"The loss recorded after {EPOCHS} epochs is {RECORDED_LOSS!r}.")
    if np.array_equal(parameters, PARAMETERS):
        print("Every weight is the recorded one, to the last bit.")
        if found != RECORDED_LOSS:
            print(f"From these weights this file works out the loss in another order, which rounds it to {found!r}.")
        return 0
    print(f"Here it is {found!r}.")
    print(f"The weights differ by {np.abs(parameters - PARAMETERS).max()!r} at most: another machine may round otherwise.")
    return 0 if abs(found - RECORDED_LOSS) <= 1e-6 * max(1.0, abs(RECORDED_LOSS)) else 1


def ask():
    """Answer the rows that are typed; one that is none may be typed again."""
    print(f"Type {', '.join(COLUMNS)}, one row a line; an empty line ends.")
    for line in sys.stdin:
        if not line.strip():
            break
        try:
            answer(row_in(line))
        except ValueError as problem:
            print(problem)


def main(arguments):
    """Train again, or answer rows: those given, those that are piped in, or those that are typed."""
    if arguments == ["--help"]:
        print((__doc__ or "").replace("THIS_FILE", sys.argv[0]))
    elif arguments == ["--train"]:
        return check()
    elif not arguments and sys.stdin.isatty():
        ask()
    else:
        # Each argument is a cell, which may hold a comma or a space; or all of them are one line: 1, 2, 3.
        are_cells = len(arguments) in (len(COLUMNS), len(INPUT_NAMES))
        given = ["\\t".join(argument.rstrip(",") for argument in arguments) if are_cells else " ".join(arguments)]
        try:
            for row in map(row_in, given) if arguments else rows_in(piped_lines()):
                answer(row)
        except ValueError as problem:
            sys.exit(str(problem))
    return 0


if __name__ == "__main__":
    np.seterr(all="ignore")
    sys.exit(main(sys.argv[1:]))
'''
