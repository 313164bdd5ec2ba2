"""`python -m playground` opens the page from any folder, installed or not; whatever follows is an option of Streamlit's."""

import sys
from pathlib import Path

from streamlit.web import cli

if __name__ == "__main__":
    cli.main(["run", str(Path(__file__).with_name("app.py")), *sys.argv[1:]])
