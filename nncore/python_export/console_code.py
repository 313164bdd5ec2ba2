"""The part of the file that speaks with whoever runs it; it is the same for every network."""

CONSOLE = '''
def numbers_in(cell, column):
    """Return the numbers that a cell of a column stands for: a word has its own."""
    return WORDS.get(column, {}).get(cell.strip('"')) or [float(cell)]


def numbers_of(line):
    """Return the numbers of a line, separated by commas, semicolons or spaces; a ValueError says it if it is no row."""
    text = " ".join(line.split())
    for separator in ",;":
        text = text.replace(f" {separator}", separator).replace(f"{separator} ", separator)
    separators = [separator for separator in ",; " if separator in text]
    if len(separators) > 1 and not any(sign.isalpha() for sign in text):  # 5,1 may be one number, or two
        how = "Write decimals with a point, such as 5.1, and one kind of separator between the numbers."
        raise ValueError(f"{how} Got: {text}")
    cells = text.split(*separators[:1])
    columns = COLUMNS if len(cells) == len(COLUMNS) else INPUT_NAMES
    try:
        numbers = [number for cell, column in zip(cells, columns) for number in numbers_in(cell, column)]
    except ValueError:
        numbers = []
    if len(cells) != len(columns) or len(numbers) != len(INPUT_NAMES) or not np.isfinite(numbers).all():
        raise ValueError(f"A row is {A_ROW}. Got: {text}")
    return numbers


def answer(line, goes_on=False):
    """Print what the network answers to the row in a line; end with a sentence if it is none, unless another may be typed."""
    try:
        row = numbers_of(line)
    except ValueError as problem:
        if not goes_on:
            sys.exit(str(problem))
        print(problem)
    else:
        print(answer_text(think([row])[0]))


def inputs_of(lines):
    """Yield the rows in lines; where the first line names the inputs, in any order and with other columns, theirs alone."""
    lines = (line for line in lines if line.strip())
    head = next(lines, "").lstrip("\\ufeff")
    for separator in ",;\\t":
        names = [name.strip() for name in next(csv.reader([head], delimiter=separator), [])]
        for columns in (COLUMNS, INPUT_NAMES):
            if set(columns) <= set(names):
                for cells in csv.reader(lines, delimiter=separator):
                    row = dict(zip(names, cells))
                    yield separator.replace("\\t", ";").join(row.get(name, "") for name in columns)
                return
    yield from [head] if head else []
    yield from lines


def check():
    """Train again, compare with what was recorded, and return the exit code."""
    parameters = train()
    found = loss_of(parameters)
    print(f"The loss after {EPOCHS} epochs is {found!r}, recorded was {RECORDED_LOSS!r}.")
    if np.array_equal(parameters, PARAMETERS):
        print("Every weight is the recorded one, to the last bit.")
        return 0
    print(f"The weights differ by {np.abs(parameters - PARAMETERS).max()!r} at most: another machine may round otherwise.")
    return 0 if abs(found - RECORDED_LOSS) <= 1e-6 * max(1.0, abs(RECORDED_LOSS)) else 1


def main(arguments):
    """Train again, or answer rows: those given, those that are piped in, or those that are typed."""
    if arguments == ["--help"]:
        print((__doc__ or "").replace("THIS_FILE", sys.argv[0]))
        return 0
    if arguments == ["--train"]:
        return check()
    if arguments:
        answer(" ".join(arguments))
        return 0
    if not sys.stdin.isatty():
        for row in inputs_of(sys.stdin):
            answer(row)
        return 0
    print(f"Type {', '.join(COLUMNS)}, one row a line; an empty line ends.")
    for line in sys.stdin:
        if not line.strip():
            break
        answer(line, goes_on=True)
    return 0


if __name__ == "__main__":
    np.seterr(all="ignore")
    sys.exit(main(sys.argv[1:]))
'''
