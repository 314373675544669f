#include "world/event_queue.h"

#include <QTest>

using namespace rgsim;

namespace {

QueueItem itemAt(std::int64_t ms, NodeIndex node)
{
    QueueItem item;
    item.at = SimTime{ms};
    item.node = node;
    return item;
}

} // namespace

class TestEventQueue : public QObject {
    Q_OBJECT

private slots:
    void itemsComeOutInOrderOfTime()
    {
        EventQueue queue;
        for (const int ms : {30, 10, 20})
            queue.push(itemAt(ms, 0));
        QCOMPARE(queue.pop().at.ms, 10);
        QCOMPARE(queue.pop().at.ms, 20);
        QCOMPARE(queue.pop().at.ms, 30);
        QVERIFY(queue.empty());
    }

    void itemsOfEqualTimeComeOutInOrderOfCreation()
    {
        EventQueue queue;
        for (NodeIndex node = 0; node < 50; ++node)
            queue.push(itemAt(node % 2, node));
        for (NodeIndex node = 0; node < 50; node += 2)
            QCOMPARE(queue.pop().node, node);
        for (NodeIndex node = 1; node < 50; node += 2)
            QCOMPARE(queue.pop().node, node);
    }

    void aCopyIsIndependent()
    {
        EventQueue queue;
        queue.push(itemAt(1, 1));
        EventQueue copy = queue;
        copy.pop();
        copy.push(itemAt(0, 2));
        QCOMPARE(queue.size(), std::size_t{1});
        QCOMPARE(queue.top().node, NodeIndex{1});
    }

    void theOrderedListIsTheOrderOfPopping()
    {
        EventQueue queue;
        for (const int ms : {5, 1, 5, 3, 1})
            queue.push(itemAt(ms, static_cast<NodeIndex>(queue.size())));
        for (const QueueItem& expected : queue.ordered())
            QCOMPARE(queue.pop(), expected);
    }
};

QTEST_APPLESS_MAIN(TestEventQueue)
#include "tst_event_queue.moc"
