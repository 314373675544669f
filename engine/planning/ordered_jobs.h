// Numbered jobs on several threads, whose results arrive in the order of their numbers: so nothing
// that is made of them depends on how many threads there are. Knows nothing of what the jobs do.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace rgsim {

/// Does the jobs first <= number < last. @p makeWorker is called on each thread and returns what
/// does one job there; a job without a result was given up, and ends everything. @p take is called
/// on the calling thread with each result in order and returns whether to go on. Returns the number
/// after the last one that was taken.
template <typename Result>
std::int64_t
doInOrder(std::int64_t first, std::int64_t last, int threads,
          const std::function<std::function<std::optional<Result>(std::int64_t)>()>& makeWorker,
          const std::function<bool(std::int64_t, Result&&)>& take)
{
    std::mutex mutex;
    std::condition_variable arrived;
    std::map<std::int64_t, std::optional<Result>> waiting;
    std::int64_t next = first;
    std::atomic<bool> isOver = false;
    const auto work = [&] {
        const auto job = makeWorker();
        while (!isOver) {
            std::unique_lock lock(mutex);
            if (next >= last)
                return;
            const std::int64_t number = next++;
            lock.unlock();
            std::optional<Result> result = job(number);
            lock.lock();
            waiting.emplace(number, std::move(result));
            lock.unlock();
            arrived.notify_one();
        }
    };
    std::vector<std::thread> crew;
    for (int i = 0; i < threads; ++i)
        crew.emplace_back(work);
    std::int64_t taken = first;
    while (taken < last) {
        std::unique_lock lock(mutex);
        arrived.wait(lock, [&] { return waiting.count(taken) > 0; });
        std::optional<Result> result = std::move(waiting.extract(taken).mapped());
        lock.unlock();
        if (!result)
            break;
        ++taken;
        if (!take(taken - 1, std::move(*result)))
            break;
    }
    isOver = true;
    for (std::thread& thread : crew)
        thread.join();
    return taken;
}

} // namespace rgsim
