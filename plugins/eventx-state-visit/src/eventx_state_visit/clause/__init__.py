"""The grammar of a clause: its arguments and modifiers, what it hangs on, the scene around it."""
