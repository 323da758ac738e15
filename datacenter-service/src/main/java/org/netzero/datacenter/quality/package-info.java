/// What is wrong with the data: findings made of hours, hours of locked periods that late readings
/// would change, and what is going on at the moment.
@NullMarked
package org.netzero.datacenter.quality;

import org.jspecify.annotations.NullMarked;
