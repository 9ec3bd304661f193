"""The web service: a release over SPARQL, linked data, canned queries, dumps and plain pages."""
