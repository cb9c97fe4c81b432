"""Says whether a file is Python, without running it."""

import sys

with open(sys.argv[1], encoding="utf-8") as source:
    try:
        compile(source.read(), sys.argv[1], "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as wrong:
        line = getattr(wrong, "lineno", None) or 0
        sys.exit("%s:%d  error: %s" % (sys.argv[1], line, getattr(wrong, "msg", wrong)))
