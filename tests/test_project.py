"""The project holds together: requirements, layout, style, types, imports that run downwards only."""

import ast
import html
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "analysis"
#: The floors of the house: a module imports from its own floor's package or from below.
FLOORS = [
    {"folding", "splitting", "progress", "schema", "store"},
    {"arabic", "lexicon"},
    {"cache"},
    {"articles"},
    {"quotes", "times", "analyzer", "duplicates"},
    {"features", "topics", "timeline", "evaluation", "people", "concordance", "voices"},
    {"statements"},
    {"display", "tables", "workbook"},
    {"timeline_files"},
    {"notebooks", "manifest"},
    {"notebook_copies"},
    {"cli"},
]


def requirements() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {*project["dependencies"], *project["optional-dependencies"]["test"]}


def test_environment_lists_what_pyproject_requires():
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    pip = next(entry["pip"] for entry in listed if isinstance(entry, dict))
    assert set(pip) - {"-e ."} == requirements()


def test_constraints_pin_every_requirement_with_hashes_and_name_no_host():
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", text, re.M))
    wanted = {re.split(r"[<>=\[ ]", r, maxsplit=1)[0].lower() for r in requirements()}
    assert wanted <= pinned
    assert not re.search(r"https?://|--index-url|--extra-index-url|--find-links|file:", text)
    blocks = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert [b.splitlines()[0] for b in blocks if "==" in b and "--hash=sha256:" not in b] == []


def floor_of(module: str) -> int:
    return next(i for i, names in enumerate(FLOORS) if module in names)


def imports(path: Path) -> set[str]:
    """The modules of the package that a file imports, by absolute or relative name."""
    found = set()
    package = ("analysis", *path.relative_to(SOURCE).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "analysis" else [module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("analysis.")}
    return found


def test_relative_imports_are_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.SOURCE", tmp_path)
    (tmp_path / "times").mkdir()
    module = tmp_path / "times" / "a.py"
    module.write_text("from ..topics import model\nfrom .. import cli\nfrom .b import c\nimport analysis.quotes.cues\n")
    assert imports(module) == {"topics", "cli", "times", "quotes"}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_run_downwards(path):
    own = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    if own == "__init__":
        return
    above = {name for name in imports(path) - {own} if floor_of(name) > floor_of(own)}
    assert not above
    if own in ("quotes", "times"):
        assert not imports(path) & ({"quotes", "times"} - {own})


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command", [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)], ids=" ".join
)
def test_style_and_types(command):
    result = run(*command)
    assert result.returncode == 0, result.stdout + result.stderr


def test_importing_loads_no_heavy_library():
    code = (
        "import sys, analysis; heavy = {'pandas', 'numpy', 'sklearn', 'matplotlib', 'plotly', 'trafilatura', 'papermill'};"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == ""


def test_the_wheel_brings_styles_scripts_words_and_notebooks_along(tmp_path):
    result = run("hatchling", "build", "--target", "wheel", "--directory", str(tmp_path))
    assert result.returncode == 0, result.stdout + result.stderr
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    sources = (path for path in SOURCE.rglob("*.*") if "__pycache__" not in path.parts and path.suffix != ".so")
    wanted = {f"analysis/{path.relative_to(SOURCE)}" for path in sources}
    wanted |= {f"analysis/_notebooks/{path.name}" for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert wanted <= packed


def test_every_lexicon_table_is_well_formed():
    from analysis import lexicon

    for path in (SOURCE / "lexicon").glob("*.tsv"):
        rows = lexicon.table(path.stem)
        assert rows, path.name
        assert len(rows) == len({tuple(row.items()) for row in rows}), f"{path.name} says something twice"


READMES = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ar.md")]


def code(text: str) -> list[str]:
    """The blocks of code, without comments, which are in the reader's language."""
    return [re.sub(r" +# .*", "", block) for block in re.findall(r"```(\w*\n.*?)```", text, re.S)]


def as_markdown(text: str) -> str:
    """Code among right-to-left words is marked as left to right, or its dots and brackets would jump."""
    return re.sub(r'<code dir="ltr">(.*?)</code>', lambda found: f"`{html.unescape(found[1])}`", text)


def test_both_readmes_have_the_same_code_tables_names_and_pictures():
    english, arabic = READMES[0], as_markdown(READMES[1])
    assert code(english) == code(arabic) and len(code(english)) == 5
    for pattern in (r"^\| `(\w+)` \|", r"\]\((https?://[^)]+)\)", r"^(##) "):
        found = [re.findall(pattern, text, re.M | re.S) for text in (english, arabic)]
        assert found[0] == found[1] and found[0], pattern
    prose = [re.sub(r"```.*?```", "", text, flags=re.S) for text in (english, arabic)]
    names = [set(re.findall(r"`([^`\n]+)`", text)) for text in prose]
    assert names[0] <= names[1] and [name for name in names[1] if name not in english] == []
    pictures = [re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text) for text in (english, arabic)]
    assert pictures[0] == [path.replace(".ar.png", ".png") for path in pictures[1]] and len(pictures[0]) == 8
    assert "](README.ar.md)" in english and "](README.md)" in arabic


def test_what_the_readmes_name_is_there_and_light():
    import analysis as na

    for text in READMES:
        for path in re.findall(r"\]\(([^):]+)\)", text):
            assert (ROOT / path).is_file(), path
        for name in re.findall(r"\bna\.(\w+)", text):
            assert hasattr(na, name), name
    for picture in (ROOT / "docs").glob("*.png"):
        assert picture.stat().st_size < 150_000, picture.name


def test_arabic_runs_from_right_to_left_and_code_from_left_to_right():
    arabic = READMES[1]
    assert arabic.startswith('<div dir="rtl">\n\n') and arabic.count("<div") == arabic.count("</div>")
    assert not re.search(r"(?<!`)`(?!`)", arabic)  # code in a line is isolated by its own direction
    comments = re.findall(r" # (.*)", "".join(re.findall(r"```\w+\n.*?```", arabic, re.S)))
    assert not [one for one in comments if re.search("[A-Za-z]", one) and re.search("[\u0621-\u064a]", one)]
    assert arabic.count('<div dir="ltr">\n\n```') * 2 == arabic.count("```") == arabic.count("\n```\n\n</div>") * 2
