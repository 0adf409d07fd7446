"""What is said of documents: issuer, adoption, relations to other documents, bodies that carry them out."""
