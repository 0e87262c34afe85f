// Everything a scenario holds as records with plain fields, so that each can be edited, added and deleted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/field.h"
#include "app/session.h"

namespace zhengshe::app {

struct Record {
  std::uint32_t key = 0;
  std::string name;
};

std::string_view name_of(Language language, Part part);

/// In the scenario's order. Empty where the part belongs to a cooperative or a plan and none is shown.
std::vector<Record> records(const Session& session, Part part);

/// The record that is edited: the chosen one, or the first where that is gone. Nothing where the part has none.
std::optional<Editing> edited_record(const Session& session);

std::vector<Field> record_fields(const Session& session, Editing record);

/// What it means to enter the text; nothing where there is no such field or it is not a value of its kind.
std::optional<Edit> enter_into(const Session& session, Editing record, std::string_view field, std::string_view entered);

/// What adds one more; nothing where nothing can be added.
std::optional<Edit> adding(const Session& session, Part part);
std::optional<Edit> removing(const Session& session, Editing record);

}  // namespace zhengshe::app
