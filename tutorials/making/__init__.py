"""What makes the generated parts of the tutorials: outputs, scripts, pictures, and the reference page."""
