"""The part of the file that speaks with whoever runs it; it is the same for every network."""

CONSOLE = '''
def numbers_of(line):
    """Return the numbers of a line, separated by commas, semicolons or spaces."""
    numbers = [float(part) for part in line.replace(",", " ").replace(";", " ").split()]
    if len(numbers) != len(INPUT_NAMES) or not np.isfinite(numbers).all():
        raise ValueError
    return numbers


def answer(line):
    """Print what the network answers to the row in a line."""
    try:
        numbers = numbers_of(line)
    except ValueError:
        sys.exit(f"A row is {len(INPUT_NAMES)} numbers: {', '.join(INPUT_NAMES)}. Got: {line.strip()}")
    print(", ".join(repr(float(output)) for output in think([numbers])[0]))


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
    if arguments == ["--train"]:
        return check()
    if arguments:
        answer(" ".join(arguments))
        return 0
    typed = sys.stdin.isatty()
    if typed:
        print(f"Type {', '.join(INPUT_NAMES)}, one row a line; an empty line ends.")
    for line in sys.stdin:
        if line.strip():
            answer(line)
        elif typed:
            break
    return 0


if __name__ == "__main__":
    np.seterr(all="ignore")
    sys.exit(main(sys.argv[1:]))
'''
