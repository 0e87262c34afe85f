// What the editor of everything does to the session.
#include <algorithm>

#include "app/records.h"

namespace zhengshe::app {

// A cooperative that is edited is the selected one: its particulars and workshops stand beside it.
void Session::perform(const EditRecord& edit) {
  if (edit.record.part == Part::cooperatives && edit.record.key == 0 && selected_) {
    editing_ = Editing{Part::cooperatives, selected_.value};
    return;
  }
  editing_ = edit.record;
  if (edit.record.part == Part::cooperatives && edit.record.key != 0) perform(Select{{edit.record.key}});
}

// Moves to what was added.
void Session::add_record() {
  const Part part = editing_->part;
  const std::vector<Record> before = records(*this, part);
  perform(Edits{{*adding(*this, part)}});
  const std::vector<Record> after = records(*this, part);
  const auto is_new = [&](const Record& record) {
    return std::none_of(before.begin(), before.end(), [&](const Record& old) { return old.key == record.key; });
  };
  const auto added = std::find_if(after.begin(), after.end(), is_new);
  if (added != after.end()) perform(EditRecord{{part, added->key}});
}

void Session::remove_record() {
  const Editing edited = *edited_record(*this);
  perform(Edits{{*removing(*this, edited)}});
}

}  // namespace zhengshe::app
