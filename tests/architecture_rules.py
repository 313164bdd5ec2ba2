"""The rules of `architecture_test.py`, each a function from a folder to the sentences that name its offenders.

Nothing is imported to be judged: files are parsed, so an offender is found even where it would not run.
"""

import ast
import functools
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

SOURCE_SUFFIXES = (".py", ".mjs", ".js", ".css")
# Installed, compiled, made from other files of the project, or kept here as others wrote it.
NOT_WRITTEN_HERE = frozenset({"node_modules", "__pycache__", "made", "vendor"})
VAGUE_NAMES = frozenset({"util", "utils", "helper", "helpers", "common", "misc"})
# What is written of a network that has learnt something: one spelling wherever it is read.
OTHER_SPELLINGS = re.compile(r"\b(un|re)?learned\b", re.IGNORECASE)


def source_files(folder: Path, suffixes: Iterable[str] = SOURCE_SUFFIXES) -> list[Path]:
    """Return the files somebody wrote under `folder`, sorted."""
    written = (path for path in folder.rglob("*") if path.suffix in suffixes and path.is_file())
    return sorted(path for path in written if not NOT_WRITTEN_HERE & set(path.relative_to(folder).parts))


def module_name(path: Path, root: Path) -> str:
    """Return the dotted name under which `path` is imported when `root` is on the path."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, root: Path) -> Iterator[tuple[str, int]]:
    """Yield (module, line) for every import in a file, inside functions and type checks too.

    `from a import b` yields both `a` and `a.b`, because b may be a module.
    """
    package = module_name(path, root).split(".")
    if path.stem != "__init__":
        package = package[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield base, node.lineno
            yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in {"import_module", "__import__"} and isinstance(node.args[0].value, str):
                yield node.args[0].value, node.lineno


def foreign_imports(package: Path, allowed: Iterable[str]) -> list[str]:
    """Return every import that is neither allowed, nor the package itself, nor the standard library."""
    known = {package.name, *allowed, *sys.stdlib_module_names}
    return _describe(package, lambda module: module.split(".")[0] not in known)


def imports_of(package: Path, unwanted: str) -> list[str]:
    """Return every import of the package `unwanted`, which may lie in another one, or of anything in it."""
    depth = unwanted.count(".") + 1
    return _describe(package, lambda module: ".".join(module.split(".")[:depth]) == unwanted, depth)


def _describe(package: Path, is_offence: Callable[[str], bool], depth: int = 1) -> list[str]:
    root = package.parent
    found = {
        f"{path.relative_to(root).as_posix()}:{line} imports {'.'.join(module.split('.')[:depth])}"
        for path in source_files(package, [".py"])
        for module, line in imports(path, root)
        if is_offence(module)
    }
    return sorted(found)


def ways_to_import(package: Path, start: Path, unwanted: str, but_for: Iterable[str] = ()) -> list[str]:
    """Return, for each file under `start`, one shortest chain of imports inside `package` that ends at `unwanted`.

    `but_for` are the files and folders of the package, by their paths in it, that may reach it.
    """
    root = package.parent
    modules = {module_name(path, root): path for path in source_files(package, [".py"])}
    allowed = {package / path for path in but_for}

    @functools.cache  # every file is on the way from many others
    def reached(module: str) -> list[str]:
        return list(_reached(module, modules, root))

    chains = []
    for path in source_files(start, [".py"]):
        if allowed & {path, *path.parents}:
            continue
        chain = _shortest_chain(module_name(path, root), reached, modules, unwanted)
        if chain:
            chains.append(" → ".join(chain))
    return chains


def _shortest_chain(
    first: str, reached: Callable[[str], list[str]], modules: Iterable[str], unwanted: str
) -> list[str]:
    waiting, seen = [[first]], {first}
    for chain in waiting:  # grows while it is walked: breadth first, so the first chain found is a shortest one
        for imported in reached(chain[-1]):
            if imported.split(".")[0] == unwanted:
                return [*chain, unwanted]
            if imported in modules and imported not in seen:
                seen.add(imported)
                waiting.append([*chain, imported])
    return []


def _reached(module: str, modules: dict[str, Path], root: Path) -> Iterator[str]:
    # Importing a.b.c runs a/__init__.py and a/b/__init__.py first.
    for name in [module, *(imported for imported, _ in imports(modules[module], root))]:
        parts = name.split(".")
        yield from (".".join(parts[:length]) for length in range(1, len(parts) + 1))


def files_touching(package: Path, names: Iterable[str]) -> dict[str, list[str]]:
    """Return the files that read one of `names` from another object or module, with the names they touch."""
    touching = {}
    for path in source_files(package, [".py"]):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        touched = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        touched |= {alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
        if touched & set(names):
            touching[path.relative_to(package).as_posix()] = sorted(touched & set(names))
    return touching


def vague_names(folder: Path) -> list[str]:
    """Return the files and folders whose name says where things were put, not what they are."""
    files = [file.relative_to(folder) for file in source_files(folder)]
    named = {path for file in files for path in [file, *file.parents]}
    return sorted(path.as_posix() for path in named if VAGUE_NAMES & set(path.stem.lower().strip("_").split("_")))


def spelled_otherwise(folder: Path) -> list[str]:
    """Return the lines in source files, texts and tables that spell a word otherwise than all the others."""
    files = source_files(folder, [*SOURCE_SUFFIXES, ".md", ".json"])
    lines = ((path, line) for path in files for line in path.read_text(encoding="utf-8").splitlines())
    return [
        f"{path.relative_to(folder.parent)}: {line.strip()}" for path, line in lines if OTHER_SPELLINGS.search(line)
    ]


def long_files(folder: Path, limit: int) -> list[str]:
    """Return the source files of more than `limit` lines."""
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in source_files(folder)}
    return [f"{path.relative_to(folder.parent)} has {size} lines" for path, size in sizes.items() if size > limit]


def long_functions(folder: Path, limit: int) -> list[str]:
    """Return the Python functions of more than `limit` lines, from `def` to the last, without the docstring."""
    offenders = []
    for path in source_files(folder, [".py"]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and function_size(node) > limit:
                where = f"{path.relative_to(folder.parent)}:{node.lineno}"
                offenders.append(f"{where} {node.name} has {function_size(node)} lines")
    return offenders


def function_size(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function, without decorators and docstring."""
    size = function.end_lineno - function.lineno + 1
    if ast.get_docstring(function) is not None:
        docstring = function.body[0]
        size -= docstring.end_lineno - docstring.lineno + 1
    return size


def presses_asked_for(folder: Path) -> list[str]:
    """Return where a button of Streamlit's is drawn and its answer is used, which is lost where a run is broken off."""
    offenders = []
    for path in source_files(folder, [".py"]):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        unused = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        offenders += [
            f"{path.relative_to(folder.parent).as_posix()}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "button" and node not in unused
        ]
    return offenders


def undocumented_names(package: ModuleType) -> list[str]:
    """Return the names in `__all__` that do not exist, or lack a docstring of their own.

    A dataclass without a docstring is given its signature as one, which does not count. A plain number or tuple
    cannot carry a docstring and is let through.
    """
    offenders = []
    for name in package.__all__:
        if not hasattr(package, name):
            offenders.append(f"{package.__name__}.{name} is listed but does not exist")
            continue
        value = getattr(package, name)
        if inspect.isroutine(value) or inspect.isclass(value) or inspect.ismodule(value):
            docstring = (value.__doc__ or "").strip()
            if not docstring or docstring.startswith(f"{name}("):
                offenders.append(f"{package.__name__}.{name} has no docstring")
    return offenders
