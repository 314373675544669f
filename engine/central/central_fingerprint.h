// Mixes what central processing remembers into the fingerprint of a run.
#pragma once

#include "base/fingerprint.h"
#include "central/central_state.h"

namespace rgsim {

void mixCentral(Fingerprint& fingerprint, const CentralState& central);

} // namespace rgsim
