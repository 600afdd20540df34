"""The window: forms, tables, pages and the threads behind them."""
