#include "views/start_page.h"

#include "formats/input_file.h"
#include "formats/text_file.h"
#include "style/timeline_thumbnail.h"
#include "views/gallery_delegate.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

// Shows the cards of one topic whose texts hold all the words.
class GalleryFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    QString topic;
    QStringList words;
    void apply() { invalidateFilter(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        if (!topic.isEmpty() && index.data(GalleryModel::TopicRole).toString() != topic)
            return false;
        const QString text = index.data(Qt::AccessibleTextRole).toString();
        return std::all_of(words.begin(), words.end(), [&text](const QString& word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
    }
};

} // namespace

StartPage::StartPage(RecentFiles& recent, QWidget* parent) : QWidget(parent), m_recent(recent)
{
    setObjectName(QStringLiteral("startPage"));
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(makeSide());
    layout->addWidget(makeGallery(), 1);
    connect(&m_recent, &RecentFiles::changed, this, &StartPage::fillRecent);
    connect(&m_computer, &RunComputer::finished, this, [this](const RunPtr& run) {
        m_gallery.setThumbnail(
            m_drawing, timelineThumbnail(*run, GalleryDelegate::thumbnailSize(fontMetrics()),
                                         devicePixelRatioF(), palette()));
        ++m_drawing;
        drawNextThumbnail();
    });
    fillRecent();
}

QWidget* StartPage::makeSide()
{
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    auto* head = new QHBoxLayout;
    auto* icon = new QLabel(side);
    const int size = fontMetrics().height() * 3;
    icon->setPixmap(QIcon(QStringLiteral(":/rgsim/icons/rgsim.svg")).pixmap(size, size));
    auto* title = new QLabel(QStringLiteral("rgsim"), side);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setBold(true);
    title->setFont(large);
    head->addWidget(icon);
    head->addWidget(title, 1);
    layout->addLayout(head);
    auto* what = new QLabel(tr("What will the cluster do when a node dies? Choose a situation and "
                               "watch, or build your own."),
                            side);
    what->setWordWrap(true);
    layout->addWidget(what);
    auto* create = new QPushButton(tr("&New cluster…"), side);
    create->setObjectName(QStringLiteral("newButton"));
    connect(create, &QPushButton::clicked, this, &StartPage::newWanted);
    auto* open = new QPushButton(tr("&Open a scenario or cluster.conf…"), side);
    open->setObjectName(QStringLiteral("openButton"));
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    layout->addWidget(create);
    layout->addWidget(open);
    auto* label = new QLabel(tr("&Recent files"), side);
    m_recentList = new QListWidget(side);
    m_recentList->setAccessibleName(tr("Recent files"));
    m_recentList->setTextElideMode(Qt::ElideMiddle);
    label->setBuddy(m_recentList);
    connect(m_recentList, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        if (!item->data(Qt::UserRole).isNull())
            emit fileChosen(item->data(Qt::UserRole).toString());
    });
    layout->addWidget(label);
    layout->addWidget(m_recentList, 1);
    side->setFixedWidth(fontMetrics().averageCharWidth() * 40);
    return side;
}

QWidget* StartPage::makeGallery()
{
    auto* area = new QWidget(this);
    auto* layout = new QVBoxLayout(area);
    auto* row = new QHBoxLayout;
    m_topic = new QComboBox(area);
    m_topic->setAccessibleName(tr("Topic"));
    m_topic->addItem(tr("All topics"), QString());
    for (const QString& topic : m_gallery.topics())
        m_topic->addItem(GalleryModel::topicName(topic), topic);
    m_search = new QLineEdit(area);
    m_search->setPlaceholderText(tr("Search the situations"));
    m_search->setAccessibleName(tr("Search the situations"));
    m_search->setClearButtonEnabled(true);
    row->addWidget(m_topic);
    row->addWidget(m_search, 1);
    layout->addLayout(row);
    auto* filtered = new GalleryFilter(this);
    filtered->setSourceModel(&m_gallery);
    m_filtered = filtered;
    m_cards = new QListView(area);
    m_cards->setObjectName(QStringLiteral("gallery"));
    m_cards->setAccessibleName(tr("Situations"));
    m_cards->setModel(m_filtered);
    m_cards->setItemDelegate(new GalleryDelegate(m_cards));
    m_cards->setViewMode(QListView::IconMode);
    m_cards->setMovement(QListView::Static);
    m_cards->setResizeMode(QListView::Adjust);
    m_cards->setUniformItemSizes(true);
    m_cards->setMouseTracking(true);
    m_cards->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_topic, &QComboBox::currentIndexChanged, this, &StartPage::filter);
    connect(m_search, &QLineEdit::textChanged, this, &StartPage::filter);
    const auto choose = [this](const QModelIndex& index) {
        emit exampleChosen(index.data(GalleryModel::PathRole).toString());
    };
    connect(m_cards, &QListView::clicked, this, choose);
    connect(m_cards, &QListView::activated, this, choose);
    layout->addWidget(m_cards, 1);
    return area;
}

void StartPage::filter()
{
    auto* filtered = static_cast<GalleryFilter*>(m_filtered);
    filtered->topic = m_topic->currentData().toString();
    filtered->words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    filtered->apply();
}

void StartPage::fillRecent()
{
    m_recentList->clear();
    for (const QString& path : m_recent.paths()) {
        auto* item = new QListWidgetItem(QFileInfo(path).fileName(), m_recentList);
        item->setToolTip(path);
        item->setData(Qt::UserRole, path);
    }
    if (m_recentList->count() == 0) {
        auto* none = new QListWidgetItem(tr("Files that you open appear here"), m_recentList);
        none->setFlags(Qt::NoItemFlags);
    }
}

void StartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_drawing < 0)
        drawAllThumbnails();
}

void StartPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    const bool looksChanged = event->type() == QEvent::PaletteChange ||
                              event->type() == QEvent::FontChange ||
                              event->type() == QEvent::StyleChange;
    if (looksChanged && m_drawing >= 0)
        drawAllThumbnails();
}

void StartPage::drawAllThumbnails()
{
    m_drawing = 0;
    drawNextThumbnail();
}

void StartPage::drawNextThumbnail()
{
    for (; m_drawing < m_gallery.rowCount(); ++m_drawing) {
        const QString path = m_gallery.index(m_drawing).data(GalleryModel::PathRole).toString();
        const Result<QByteArray> text = readTextFile(path.toStdString());
        if (!text.ok())
            continue;
        Result<LoadedInput> loaded = readInput(*text, path.toStdString(), {});
        if (!loaded.ok())
            continue;
        m_computer.compute(
            {std::make_shared<const Scenario>(std::move(loaded->file.scenario)), {}, false});
        return;
    }
}

} // namespace rgsim::gui
