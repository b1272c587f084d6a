"""`python -m verbale` is the `verbale` command."""

from verbale.cli import main

if __name__ == "__main__":
    main()
