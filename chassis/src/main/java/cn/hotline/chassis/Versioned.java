package cn.hotline.chassis;

/**
 * A stored state with the version of its document, for views and for conditional writes.
 *
 * @param version counts the writes of the document, from 1
 */
public record Versioned<S>(S state, long version) {}
