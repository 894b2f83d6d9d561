/* A script of one page alone: says that it runs. */
document.documentElement.dataset.desk = "ready";
