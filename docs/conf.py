"""Configuration of the documentation build."""

from importlib.metadata import version as installed_version

project = "eventx"
author = "The eventx authors"
project_copyright = "2026, the eventx authors"
version = release = installed_version("eventx")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_typehints = "description"
autodoc_member_order = "bysource"
nitpicky = False
html_theme = "furo"
html_title = "eventx"
