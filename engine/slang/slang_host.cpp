#include "slang/slang_host.h"

#include "slang/slang_functions.h"

#include <mutex>

#include <slang.h>

namespace rgsim {

namespace {

std::mutex onlyOne;

struct Lines {
    const char* next;
    std::string line;
    bool isFirst = true;
};

// Compiles what follows so that each statement is announced; it holds for one text only.
const char* const countsSteps = "_boseos_info = 1; ";

char* readLine(SLang_Load_Type* load)
{
    auto* lines = static_cast<Lines*>(load->client_data);
    if (*lines->next == '\0')
        return nullptr;
    const char* end = lines->next;
    while (*end != '\0' && *end != '\n')
        ++end;
    if (*end == '\n')
        ++end;
    lines->line.assign(lines->isFirst ? countsSteps : "");
    lines->isFirst = false;
    lines->line.append(lines->next, end);
    lines->next = end;
    return lines->line.data();
}

std::string errorText(const SlangRun& run)
{
    const bool hasPlace = run.place.empty() || run.error.rfind(run.place, 0) == 0;
    return hasPlace ? run.error : run.place + ": " + run.error;
}

class SlangHost : public ScriptHost {
public:
    ScriptEnd run(const ScriptSource& source, const ScriptVariables& variables,
                  ScriptCalls& calls) override;

private:
    bool m_isReady = false;
    std::uint64_t m_runs = 0;
};

ScriptEnd SlangHost::run(const ScriptSource& source, const ScriptVariables& variables,
                         ScriptCalls& calls)
{
    const std::lock_guard lock(onlyOne);
    if (!m_isReady && !initSlang())
        return {ScriptEnd::Kind::Failed, 0, "the S-Lang interpreter does not start"};
    m_isReady = true;
    SlangRun& current = slangRun();
    current = SlangRun{&calls, variables, 0, false, {}, {}};
    useVariables(current.variables);
    const std::string space = "event" + std::to_string(m_runs++);
    std::string file = source.file;
    std::string spaceName = space;
    SLang_Load_Type* load = SLns_allocate_load_type(file.data(), spaceName.data());
    if (load == nullptr)
        return {ScriptEnd::Kind::Failed, 0, "out of memory"};
    Lines lines{source.text.c_str(), {}, true};
    load->client_data = &lines;
    load->read = readLine;
    load->line_num = static_cast<unsigned int>(source.firstLine - 1);
    const int result = SLang_load_object(load);
    SLdeallocate_load_type(load);
    ScriptEnd end;
    end.userReturn = slangRun().variables.userReturn;
    if (slangRun().waits)
        end.kind = ScriptEnd::Kind::Waits;
    else if (result != 0)
        end = {ScriptEnd::Kind::Failed, end.userReturn, errorText(slangRun())};
    SLang_restart(1);
    SLang_set_error(0);
    slangRun().calls = nullptr;
    return end;
}

} // namespace

ScriptHost& slangHost()
{
    static SlangHost host;
    return host;
}

} // namespace rgsim
