/** {@code ./hotline audit}: what an auditor may ask a running hotline from the command line. */
@NullMarked
package cn.hotline.evaluation.audit;

import org.jspecify.annotations.NullMarked;
