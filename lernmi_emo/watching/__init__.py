"""One message at a time: steps, traces, breakpoints."""
