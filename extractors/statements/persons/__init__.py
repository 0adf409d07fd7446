"""What is said of persons: posts, careers, personnel acts, discipline, whom they act for."""
