/** A real Apache Kafka broker inside this process, and the topics the services need. */
@NullMarked
package cn.hotline.evaluation.broker;

import org.jspecify.annotations.NullMarked;
