/** 人员与值班: who the people of each unit are, who is on leave, and who is on duty. */
@NullMarked
package cn.hotline.routing.roster;

import org.jspecify.annotations.NullMarked;
