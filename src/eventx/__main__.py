"""``python -m eventx``: the command line."""

from eventx.cli import main

if __name__ == "__main__":
    main()
