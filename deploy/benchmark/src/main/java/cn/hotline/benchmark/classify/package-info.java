/** 文本分类: training, judging and measuring the classifier of texts, apart from any running hotline. */
@NullMarked
package cn.hotline.benchmark.classify;

import org.jspecify.annotations.NullMarked;
