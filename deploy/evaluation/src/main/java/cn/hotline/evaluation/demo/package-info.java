/**
 * 演示日: a day of 12345 calls with the figures of Xining's printed report of 18 June 2024, invented for this project
 * and told to the running hotline through its public interface only.
 */
@NullMarked
package cn.hotline.evaluation.demo;

import org.jspecify.annotations.NullMarked;
