"""What every room uses: checks of what comes in, exceptions, how numbers are written, files, progress."""
