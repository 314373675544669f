#include "slang/slang_functions.h"

#include <algorithm>
#include <cstdarg>
#include <optional>

#include <slang.h>

namespace rgsim {

namespace {

constexpr std::int64_t maxSteps = 5'000'000;

// What the interpreter's variables are bound to.
struct Bound {
    int eventType, nodeSelf, nodeId, nodeState, nodeClean, serviceOwner, serviceLastOwner;
    int restartsExceeded, userRequest, userTarget, userArg1, userArg2, userReturn, rgError;
    char* nodeName;
    char* serviceName;
    char* serviceState;
    char* userService;
    char* rgErrorString;
};

SlangRun currentRun;
Bound bound{};
char emptyText[] = "";

void giveUp()
{
    SLang_verror(SL_UserBreak_Error, "%s", "the script waits");
}

std::optional<ScriptValues> ask(const EventCall& call)
{
    std::optional<ScriptValues> values;
    if (currentRun.calls != nullptr && !currentRun.waits)
        values = currentRun.calls->call(call);
    if (!values) {
        currentRun.waits = true;
        giveUp();
    }
    return values;
}

void pushIntegers(const std::vector<std::int32_t>& values)
{
    auto count = static_cast<SLindex_Type>(values.size());
    SLang_Array_Type* array = SLang_create_array(SLANG_INT_TYPE, 0, nullptr, &count, 1);
    if (array == nullptr)
        return;
    std::copy(values.begin(), values.end(), static_cast<int*>(array->data));
    SLang_push_array(array, 1);
}

void pushTexts(const std::vector<std::string>& values)
{
    auto count = static_cast<SLindex_Type>(values.size());
    SLang_Array_Type* array = SLang_create_array(SLANG_STRING_TYPE, 0, nullptr, &count, 1);
    if (array == nullptr)
        return;
    for (std::size_t i = 0; i < values.size(); ++i)
        static_cast<char**>(array->data)[i] = SLang_create_slstring(values[i].c_str());
    SLang_push_array(array, 1);
}

void push(const ScriptValues& values)
{
    for (const ScriptValue& value : values) {
        if (const auto* number = std::get_if<std::int32_t>(&value))
            SLang_push_integer(*number);
        else if (const auto* text = std::get_if<std::string>(&value))
            SLang_push_string(const_cast<char*>(text->c_str()));
        else if (const auto* numbers = std::get_if<std::vector<std::int32_t>>(&value))
            pushIntegers(*numbers);
        else
            pushTexts(std::get<std::vector<std::string>>(value));
    }
}

std::optional<std::string> popText()
{
    char* text = nullptr;
    if (SLang_pop_slstring(&text) != 0)
        return std::nullopt;
    std::string value = text;
    SLang_free_slstring(text);
    return value;
}

std::optional<std::vector<std::int32_t>> popIntegers()
{
    SLang_Array_Type* array = nullptr;
    if (SLang_pop_array_of_type(&array, SLANG_INT_TYPE) != 0)
        return std::nullopt;
    std::vector<std::int32_t> values;
    for (SLindex_Type i = 0; i < static_cast<SLindex_Type>(array->num_elements); ++i) {
        int value = 0;
        SLang_get_array_element(array, &i, &value);
        values.push_back(value);
    }
    SLang_free_array(array);
    return values;
}

void dropArguments()
{
    SLdo_pop_n(static_cast<unsigned int>(std::max(0, SLang_Num_Function_Args)));
}

// Says what the function wants if the number of arguments is not among those allowed.
bool checkCount(const char* usage, int least, int most)
{
    if (SLang_Num_Function_Args >= least && SLang_Num_Function_Args <= most)
        return true;
    dropArguments();
    SLang_verror(SL_Usage_Error, "wrong number of arguments: %s", usage);
    return false;
}

void pushAnswer(const EventCall& call)
{
    if (const std::optional<ScriptValues> values = ask(call))
        push(*values);
}

// Functions that act on a service: their result becomes user_return, too.
void pushResult(const EventCall& call)
{
    const std::optional<ScriptValues> values = ask(call);
    if (!values)
        return;
    bound.userReturn = std::get<std::int32_t>(values->front());
    push(*values);
}

void nodesOnline()
{
    pushAnswer({ScriptFunction::NodesOnline, {}, {}, {}, 0});
}

void serviceList()
{
    pushAnswer({ScriptFunction::ServiceList, {}, {}, {}, 0});
}

void serviceStatus(char* service)
{
    pushAnswer({ScriptFunction::ServiceStatus, service, {}, {}, 0});
}

void serviceProperty(char* service, char* property)
{
    pushAnswer({ScriptFunction::ServiceProperty, service, property, {}, 0});
}

void serviceDomainInfo(char* service)
{
    pushAnswer({ScriptFunction::ServiceDomainInfo, service, {}, {}, 0});
}

void serviceStart()
{
    if (!checkCount("service_start(service, nodes [, avoid])", 2, 3))
        return;
    if (SLang_Num_Function_Args == 3 && !popIntegers())
        return;
    const auto nodes = popIntegers();
    const auto service = nodes ? popText() : std::nullopt;
    if (service)
        pushResult({ScriptFunction::ServiceStart, *service, {}, *nodes, 0});
}

void serviceStop()
{
    if (!checkCount("service_stop(service [, disable])", 1, 2))
        return;
    int disable = 0;
    if (SLang_Num_Function_Args == 2 && SLang_pop_integer(&disable) != 0)
        return;
    if (const auto service = popText())
        pushResult({ScriptFunction::ServiceStop, *service, {}, {}, disable});
}

void serviceMigrate(char* service, int* node)
{
    pushResult({ScriptFunction::ServiceMigrate, service, {}, {*node}, 0});
}

void serviceFreeze(char* service)
{
    pushAnswer({ScriptFunction::ServiceFreeze, service, {}, {}, 0});
}

void serviceUnfreeze(char* service)
{
    pushAnswer({ScriptFunction::ServiceUnfreeze, service, {}, {}, 0});
}

void stopProcessing()
{
    ask({ScriptFunction::StopProcessing, {}, {}, {}, 0});
}

bool holds(const std::vector<std::int32_t>& values, std::int32_t value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

void addOnce(std::vector<std::int32_t>& values, std::int32_t value)
{
    if (!holds(values, value))
        values.push_back(value);
}

template <typename Combine>
void combineLists(Combine combine)
{
    const auto right = popIntegers();
    const auto left = right ? popIntegers() : std::nullopt;
    if (!left)
        return;
    std::vector<std::int32_t> result;
    combine(*left, *right, result);
    pushIntegers(result);
}

void unionOf()
{
    if (!checkCount("union(list, list)", 2, 2))
        return;
    combineLists([](const auto& left, const auto& right, auto& result) {
        for (const std::int32_t value : left)
            addOnce(result, value);
        for (const std::int32_t value : right)
            addOnce(result, value);
    });
}

void intersectionOf()
{
    if (!checkCount("intersection(list, list)", 2, 2))
        return;
    combineLists([](const auto& left, const auto& right, auto& result) {
        for (const std::int32_t value : left) {
            if (holds(right, value))
                addOnce(result, value);
        }
    });
}

void subtractLists()
{
    if (!checkCount("subtract(list, list)", 2, 2))
        return;
    combineLists([](const auto& left, const auto& right, auto& result) {
        for (const std::int32_t value : left) {
            if (!holds(right, value))
                addOnce(result, value);
        }
    });
}

void deltaOf()
{
    if (!checkCount("delta(list, list)", 2, 2))
        return;
    combineLists([](const auto& left, const auto& right, auto& result) {
        for (const std::int32_t value : left) {
            if (!holds(right, value))
                addOnce(result, value);
        }
        for (const std::int32_t value : right) {
            if (!holds(left, value))
                addOnce(result, value);
        }
    });
}

void shuffle()
{
    if (!checkCount("shuffle(list)", 1, 1))
        return;
    if (const auto values = popIntegers())
        pushIntegers(*values);
}

std::string listText(const std::vector<std::int32_t>& values)
{
    std::string text = "[ ";
    for (const std::int32_t value : values)
        text += std::to_string(value) + ' ';
    return text + ']';
}

void logLine(int priority)
{
    std::string line;
    const int count = SLang_Num_Function_Args;
    for (int i = 0; i < count; ++i) {
        std::optional<std::string> part;
        const int type = SLang_peek_at_stack();
        if (type == SLANG_STRING_TYPE) {
            part = popText();
        } else if (const auto values = popIntegers()) {
            part = type == SLANG_ARRAY_TYPE ? listText(*values) : std::to_string(values->front());
        }
        if (!part)
            return;
        line.insert(0, *part);
    }
    ask({ScriptFunction::Log, {}, line, {}, priority});
}

void logDebug()
{
    logLine(7);
}
void logInfo()
{
    logLine(6);
}
void logNotice()
{
    logLine(5);
}
void logWarning()
{
    logLine(4);
}
void logErr()
{
    logLine(3);
}
void logCrit()
{
    logLine(2);
}
void logAlert()
{
    logLine(1);
}
void logEmerg()
{
    logLine(0);
}

void refuse()
{
    dropArguments();
    SLang_verror(SL_Forbidden_Error, "%s",
                 "event scripts cannot reach files, processes or the environment here");
}

void countStep(char*, int*)
{
    if (++currentRun.steps > maxSteps)
        SLang_verror(SL_LimitExceeded_Error, "%s", "the script does not come to an end");
}

void keepError(const char* text)
{
    if (currentRun.error.size() < 4'000)
        currentRun.error += std::string(currentRun.error.empty() ? "" : "\n") + text;
}

void dropOutput(const char*, va_list)
{
}

// The interpreter tells the place of an error apart from the error: "file:line:function:what".
void keepPlace(const char* text)
{
    const std::string line = text;
    if (!currentRun.place.empty() || line.rfind("Traceback", 0) == 0)
        return;
    const std::size_t afterFile = line.find(':');
    const std::size_t afterLine =
        afterFile == std::string::npos ? afterFile : line.find(':', afterFile + 1);
    if (afterLine != std::string::npos)
        currentRun.place = line.substr(0, afterLine);
}

bool addFunction(const char* name, void (*function)())
{
    return SLadd_intrinsic_function(const_cast<char*>(name), reinterpret_cast<FVOID_STAR>(function),
                                    SLANG_VOID_TYPE, 0) == 0;
}

struct Constant {
    const char* name;
    int value;
};

constexpr Constant constants[] = {
    {"EVENT_NONE", 0},    {"EVENT_NODE", 1},    {"EVENT_CONFIG", 2},   {"EVENT_SERVICE", 3},
    {"EVENT_USER", 4},    {"NODE_ONLINE", 1},   {"NODE_OFFLINE", 0},   {"USER_ENABLE", 11},
    {"USER_DISABLE", 5},  {"USER_STOP", 17},    {"USER_RELOCATE", 13}, {"USER_RESTART", 8},
    {"USER_MIGRATE", 22}, {"USER_FREEZE", 23},  {"USER_UNFREEZE", 24}, {"SUCCESS", 0},
    {"FAIL", -1},         {"ERR_ABORT", -2},    {"ERR_INVALID", -8},   {"ERR_DEPEND", -7},
    {"ERR_DOMAIN", -15},  {"ERR_RUNNING", -10},
};

struct NamedFunction {
    const char* name;
    void (*function)();
};

constexpr NamedFunction functions[] = {
    {"nodes_online", nodesOnline},
    {"service_list", serviceList},
    {"service_start", serviceStart},
    {"service_stop", serviceStop},
    {"stop_processing", stopProcessing},
    {"union", unionOf},
    {"intersection", intersectionOf},
    {"subtract", subtractLists},
    {"delta", deltaOf},
    {"shuffle", shuffle},
    {"debug", logDebug},
    {"info", logInfo},
    {"notice", logNotice},
    {"warning", logWarning},
    {"err", logErr},
    {"crit", logCrit},
    {"alert", logAlert},
    {"emerg", logEmerg},
};

constexpr const char* forbidden[] = {
    "system",
    "system_intr",
    "getenv",
    "putenv",
    "get_environ",
    "evalfile",
    "autoload",
    "byte_compile_file",
    "add_doc_file",
    "set_doc_files",
    "get_doc_files",
    "get_doc_string_from_file",
    "sleep",
    "uname",
    "_set_bos_handler",
    "_set_eos_handler",
    "_set_bof_handler",
    "_set_eof_handler",
    "_set_bos_compile_hook",
    "_set_bof_compile_hook",
    "_set_debug_hook",
    "_set_frame_variable",
    "_get_frame_variable",
    "_use_frame_namespace",
    "use_namespace",
    "implements",
    "__set_argc_argv",
    // the sandboxed classes of functions that a later library may bring
    "fopen",
    "popen",
    "open",
    "import",
};

bool addServiceFunctions()
{
    const auto add = [](const char* name, auto* function, auto... types) {
        return SLadd_intrinsic_function(
                   const_cast<char*>(name),
                   reinterpret_cast<FVOID_STAR>(reinterpret_cast<void (*)()>(function)),
                   SLANG_VOID_TYPE, sizeof...(types), types...) == 0;
    };
    return add("service_status", serviceStatus, SLANG_STRING_TYPE) &&
           add("service_property", serviceProperty, SLANG_STRING_TYPE, SLANG_STRING_TYPE) &&
           add("service_domain_info", serviceDomainInfo, SLANG_STRING_TYPE) &&
           add("service_migrate", serviceMigrate, SLANG_STRING_TYPE, SLANG_INT_TYPE) &&
           add("service_freeze", serviceFreeze, SLANG_STRING_TYPE) &&
           add("service_unfreeze", serviceUnfreeze, SLANG_STRING_TYPE) &&
           add("__rgsim_step", countStep, SLANG_STRING_TYPE, SLANG_INT_TYPE);
}

bool addVariables()
{
    const auto number = [](const char* name, int& value, bool readOnly = true) {
        return SLadd_intrinsic_variable(const_cast<char*>(name), &value, SLANG_INT_TYPE,
                                        readOnly ? 1 : 0) == 0;
    };
    const auto text = [](const char* name, char*& value) {
        value = emptyText;
        return SLadd_intrinsic_variable(const_cast<char*>(name), &value, SLANG_STRING_TYPE, 1) == 0;
    };
    return number("event_type", bound.eventType) && number("node_self", bound.nodeSelf) &&
           number("node_id", bound.nodeId) && number("node_state", bound.nodeState) &&
           number("node_clean", bound.nodeClean) && number("service_owner", bound.serviceOwner) &&
           number("service_last_owner", bound.serviceLastOwner) &&
           number("service_restarts_exceeded", bound.restartsExceeded) &&
           number("user_request", bound.userRequest) && number("user_target", bound.userTarget) &&
           number("user_arg1", bound.userArg1) && number("user_arg2", bound.userArg2) &&
           number("user_return", bound.userReturn, false) && number("rg_error", bound.rgError) &&
           text("node_name", bound.nodeName) && text("service_name", bound.serviceName) &&
           text("service_state", bound.serviceState) && text("user_service", bound.userService) &&
           text("rg_error_string", bound.rgErrorString);
}

} // namespace

SlangRun& slangRun()
{
    currentRun.variables.userReturn = bound.userReturn;
    return currentRun;
}

bool initSlang()
{
    if (SLang_init_slang() != 0)
        return false;
    SLang_Error_Hook = keepError;
    SLang_VMessage_Hook = dropOutput;
    SLang_Dump_Routine = keepPlace;
    bool isFine = addVariables() && addServiceFunctions();
    for (const Constant& constant : constants)
        isFine = isFine &&
                 SLns_add_iconstant(nullptr, constant.name, SLANG_INT_TYPE, constant.value) == 0;
    for (const NamedFunction& each : functions)
        isFine = isFine && addFunction(each.name, each.function);
    isFine =
        isFine && SLang_load_string(const_cast<char*>("_set_bos_handler(&__rgsim_step);")) == 0;
    for (const char* name : forbidden)
        isFine = isFine && addFunction(name, refuse);
    return isFine;
}

void useVariables(ScriptVariables& seen)
{
    bound.eventType = seen.eventType;
    bound.nodeSelf = seen.nodeSelf;
    bound.nodeId = seen.nodeId;
    bound.nodeState = seen.nodeState;
    bound.nodeClean = seen.nodeClean;
    bound.serviceOwner = seen.serviceOwner;
    bound.serviceLastOwner = seen.serviceLastOwner;
    bound.restartsExceeded = seen.restartsExceeded;
    bound.userRequest = seen.userRequest;
    bound.userTarget = seen.userTarget;
    bound.userReturn = seen.userReturn;
    bound.nodeName = seen.nodeName.data();
    bound.serviceName = seen.serviceName.data();
    bound.serviceState = seen.serviceState.data();
    bound.userService = seen.userService.data();
}

} // namespace rgsim
