package dev.quayside.stripe.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** All objects of one kind. Reads and writes happen inside an act of the {@link Book}. */
public final class Documents {
    private static final String AFTER_ALL = "\uffff";

    private final String object;
    private final String prefix;
    private final MVMap<String, String> rows;
    private final Index index;
    private final Store store;

    Documents(String object, String prefix, MVMap<String, String> rows, Index index, Store store) {
        this.object = object;
        this.prefix = prefix;
        this.rows = rows;
        this.index = index;
        this.store = store;
    }

    public String object() {
        return object;
    }

    /** A new object with id, type and time; it is not stored until {@link #save}. */
    public Document create() {
        return Document.create(object, store.ids().next(prefix), store.clock().seconds());
    }

    /** The same object once more, with an id and time of its own; it is not stored until {@link #save}. */
    public Document copyOf(Document document) {
        Document copy = Document.parse(Json.write(document.json()));
        copy.json()
                .put("id", store.ids().next(prefix))
                .put("created", store.clock().seconds());
        return copy;
    }

    public Optional<Document> find(String id) {
        return Optional.ofNullable(rows.get(id)).map(Document::parse);
    }

    public Document save(Document document) {
        String before = rows.put(document.id(), Json.write(document.json()));
        if (!index.isEmpty()) {
            index.update(before == null ? null : Document.parse(before), document);
        }
        return document;
    }

    public void delete(String id) {
        String before = rows.remove(id);
        if (before != null) {
            index.update(Document.parse(before), null);
        }
    }

    public int size() {
        return rows.size();
    }

    /** The newest object whose field has this value. */
    public Optional<Document> newest(String field, String value) {
        return page(Selection.first(1).where(field, value)).items().stream().findFirst();
    }

    /** All objects whose field has this value, newest first. */
    public List<Document> all(String field, String value) {
        return page(Selection.first(Integer.MAX_VALUE - 1).where(field, value)).items();
    }

    /** Every object, newest first; for kinds of which there are few. */
    public List<Document> all() {
        return page(Selection.first(Integer.MAX_VALUE - 1)).items();
    }

    /** One page, newest first whichever way it was reached. */
    public Page page(Selection selection) {
        boolean backwards = selection.before() != null;
        Deque<Document> items = new ArrayDeque<>();
        Cursor<String, String> ids = ids(selection);
        while (ids.hasNext()) {
            String key = ids.next();
            String id = key.substring(key.lastIndexOf('\u0001') + 1);
            if (id.equals(selection.after()) || id.equals(selection.before())) {
                continue;
            }
            Document document = find(id).orElseThrow();
            if (!backwards && selection.isPast(document)) {
                break;
            }
            if (selection.includes(document)) {
                if (items.size() == selection.limit()) {
                    return new Page(new ArrayList<>(items), true);
                }
                add(items, document, backwards);
            }
        }
        return new Page(new ArrayList<>(items), false);
    }

    private static void add(Deque<Document> items, Document document, boolean first) {
        if (first) {
            items.addFirst(document);
        } else {
            items.addLast(document);
        }
    }

    private Cursor<String, String> ids(Selection selection) {
        Optional<String> field =
                selection.equal().keySet().stream().filter(index::covers).findFirst();
        MVMap<String, String> map = field.isPresent() ? index.entries() : rows;
        String start =
                field.map(name -> index.prefix(name, selection.valueOf(name))).orElse("");
        String after = selection.after();
        String before = selection.before();
        return before == null
                ? map.cursor(start + (after == null ? AFTER_ALL : after), start, true)
                : map.cursor(start + before, start + AFTER_ALL, false);
    }
}
