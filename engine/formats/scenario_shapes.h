// The vocabulary of scenario files: which keys each kind of object has and which words stand for
// which values. Reader, writer and the schema's test share it, so they cannot drift apart.
#pragma once

#include "formats/json_input.h"
#include "world/fault_plan.h"

#include <string>
#include <vector>

namespace rgsim::scenario {

constexpr int formatVersion = 1;

const JsonShape& scenarioShape();
const JsonShape& lessonStepShape();
const JsonShape& clusterConfShape();
const JsonShape& clusterShape();
const JsonShape& nodeShape();
const JsonShape& domainShape();
const JsonShape& domainNodeShape();
const JsonShape& resourceShape();
const JsonShape& checkShape();
const JsonShape& serviceShape();
const JsonShape& dependencyShape();
const JsonShape& dependencyTargetShape();
const JsonShape& groupShape();
const JsonShape& orderShape();
const JsonShape& guardShape();
const JsonShape& startShape();
const JsonShape& startRecordShape();
const JsonShape& timesShape();
const JsonShape& nodeTimesShape();
const JsonShape& serviceTimesShape();
const JsonShape& scriptTimesShape();
/// The shape of an event of this kind.
const JsonShape& eventShape(PlanKind kind);
const JsonShape& scriptFaultShape();
const JsonShape& slowFaultShape();
const JsonShape& fenceFaultShape();
const JsonShape& rateShape();
const JsonShape& distributionShape();

/// All of the above.
std::vector<const JsonShape*> allShapes();

// Words, each list in the order of the enum it stands for.
const std::vector<std::string>& eventWords();   ///< PlanKind, then "rejoin" (read as boot)
const std::vector<std::string>& requestWords(); ///< AdminRequest
const std::vector<std::string>& opWords();      ///< ScriptOp
/// ScriptFaultKind, then "fence_fails".
const std::vector<std::string>& faultWords();
const std::vector<std::string>& distributionWords(); ///< Distribution::Kind
const std::vector<std::string>& arbitrationWords();  ///< Arbitration
const std::vector<std::string>& guardModeWords();    ///< GuardMode
const std::vector<std::string>& recoveryWords();     ///< RecoveryPolicy
const std::vector<std::string>& serviceStateWords(); ///< ServiceState

} // namespace rgsim::scenario
