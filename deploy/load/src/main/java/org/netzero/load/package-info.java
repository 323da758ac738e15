/// Measures how fast the packaged suite is, each figure beside what it stands on or beside the
/// limit it has to keep. Start reading at [Main].
@NullMarked
package org.netzero.load;

import org.jspecify.annotations.NullMarked;
