"""The program without its window: commands for support, for scripts, for a machine without a screen."""
