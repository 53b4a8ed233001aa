"""The docstrings of the packages are the map of the plugin: a module that is not on it is not found."""

import re
from pathlib import Path

import pytest

import eventx_state_visit

ROOT = Path(eventx_state_visit.__file__).parent
PACKAGES = sorted(path.parent for path in ROOT.rglob("__init__.py"))
ROW = re.compile(r"^\| (`.+?) \|", re.MULTILINE)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.name)
def test_a_package_lists_its_modules(package):
    """Each module and package in it has its row, and no row is of one that is gone."""
    source = (package / "__init__.py").read_text(encoding="utf-8")
    listed = {name for row in ROW.findall(source) for name in re.findall(r"`([^`]+)`", row)}
    inside = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    data = {str(path.relative_to(package)) for path in package.glob("data/*.toml")}
    assert listed == (inside - {"__init__"}) | data


@pytest.mark.parametrize("package", [p for p in PACKAGES if p != ROOT], ids=lambda p: p.name)
def test_a_package_holds_no_code_of_its_own(package):
    """What is imported is imported from the module that holds it."""
    assert (package / "__init__.py").read_text(encoding="utf-8").count('"""') == 2
