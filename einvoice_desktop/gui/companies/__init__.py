"""Several companies: the list, a company's data, its name and look."""
