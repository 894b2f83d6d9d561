/**
 * The documents of the evaluation: the MongoDB wire protocol and query language of mongo-java-server over one
 * crash-safe file (H2's MVStore), with real indexes and grouped commits.
 *
 * <p>For one machine: evaluation and small offices, up to some 200,000 tickets. It keeps no replica, no sessions,
 * no transactions. The product talks to it as to any MongoDB and never knows this package. What was chosen and
 * rejected: {@code RATIONALE.md} beside this file.
 */
@NullMarked
package cn.hotline.evaluation.store;

import org.jspecify.annotations.NullMarked;
