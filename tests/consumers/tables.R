# R reads exported tables, and igraph for R a GraphML file: prints what was found, a value a line, for the tests to compare.
# Arguments: the folder with nodes.csv and edges.csv, the GraphML file.
arguments <- commandArgs(trailingOnly = TRUE)
table <- function(name, ...) read.csv(file.path(arguments[1], name), ...)
lines <- function(what, values) writeLines(paste(what, values, sep = "\t"), useBytes = TRUE)

guessed <- table("nodes.csv")
lines("guessed", guessed$number[!is.na(guessed$number)])

nodes <- table("nodes.csv", colClasses = "character", na.strings = "", encoding = "UTF-8")
nodes$articles <- as.integer(nodes$articles)
lines("number", nodes$number[!is.na(nodes$number)])
lines("node", paste(nodes$id, nodes$label, nodes$articles, sep = "\t"))

edges <- table("edges.csv", colClasses = "character", na.strings = "", encoding = "UTF-8")
lines("edge", paste(edges$id, edges$source, edges$target, edges$kind, edges$quote, sep = "\t"))

suppressPackageStartupMessages(library(igraph))
graph <- read_graph(arguments[2], format = "graphml")
lines("directed", is_directed(graph))
lines("vertex", paste(V(graph)$iri, V(graph)$label, V(graph)$articles, sep = "\t"))
lines("tie", paste(tail_of(graph, E(graph))$iri, head_of(graph, E(graph))$iri, E(graph)$kind, E(graph)$weight, E(graph)$quote, sep = "\t"))
