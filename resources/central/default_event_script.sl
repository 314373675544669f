% The default event script: what the event master does with an event if no script of the
% configuration has called stop_processing(). It may be taken as it is, changed, and given to a
% cluster as its own.

% A list of node ids as people read it.
define list_text(nodes)
{
	variable text = "[ ", node;

	foreach node (nodes)
		text = sprintf("%s%d ", text, node);
	return text + "]";
}

% The number that a property holds; 0 if there is none.
define number_of(service, property)
{
	variable text = service_property(service, property);

	if (text == "")
		return 0;
	return atoi(text);
}

define owner_of(service)
{
	variable owner;

	(,,, owner,) = service_status(service);
	return owner;
}

% The nodes that may run the service, best one first.
define allowed_nodes(service)
{
	variable nofailback, restricted, ordered, members, owner, nodes;
	variable online = shuffle(nodes_online());

	(nofailback, restricted, ordered, members) = service_domain_info(service);
	nodes = intersection(members, online);
	if (restricted == 0)
		nodes = union(nodes, online);
	if ((nofailback == 0) and (ordered != 0))
		return nodes;
	owner = owner_of(service);
	if (length(intersection(nodes, owner)) > 0)
		nodes = union(owner, nodes);
	return nodes;
}

% An exclusive service wants a node for itself. May stop a less important exclusive service.
define exclusive_choice(service, nodes)
{
	variable mine = number_of(service, "exclusive");
	variable free = nodes, all = service_list(), has_exclusive = 0;
	variable other, owner, theirs;

	if (mine <= 0)
		return nodes;
	variable weaker = "", weaker_owner = -1;
	foreach other (all) {
		owner = owner_of(other);
		if ((owner < 0) or (other == service))
			continue;
		if (length(intersection(nodes, owner)) == 0)
			continue;
		free = subtract(free, owner);
		theirs = number_of(other, "exclusive");
		if (theirs > 0)
			has_exclusive = 1;
		if ((weaker == "") and (theirs > mine)) {
			weaker = other;
			weaker_owner = owner;
		}
	}
	if (length(free) > 0)
		return free;
	if (has_exclusive == 0) {
		notice("No empty / exclusive ", service, " available; cannot restart ", service);
		return free;
	}
	if (weaker == "")
		return nodes;
	()=service_stop(weaker);
	return union(weaker_owner, weaker_owner);
}

define move_or_start(service, nodes)
{
	variable owner, state, depend;

	(,,, owner, state) = service_status(service);
	depend = service_property(service, "depend");
	if (depend != "") {
		if (owner_of(depend) < 0)
			return ERR_DEPEND;
	}
	if ((event_type == EVENT_NODE) and (node_state == NODE_OFFLINE) and (owner >= 0) and
	    (node_id == owner)) {
		if (service_stop(service) < 0)
			return ERR_ABORT;
	}
	if (length(nodes) == 0) {
		notice(service, " is not runnable - restricted domain offline");
		()=service_stop(service);
		return ERR_DOMAIN;
	}
	if (((event_type != EVENT_USER) and (state == "disabled")) or (state == "failed") or
	    (state == "frozen"))
		return -1;
	if (nodes[0] == owner)
		return ERR_RUNNING;
	if (length(intersection(nodes, owner)) > 0) {
		notice("Moving ", service, " from ", owner, " to ", list_text(nodes));
		if (service_stop(service) < 0)
			return ERR_ABORT;
	}
	else
		nodes = exclusive_choice(service, nodes);
	notice("Starting ", service, " on ", list_text(nodes));
	return service_start(service, nodes);
}

% All services, by priority; equal ones as they are configured.
define sorted_services()
{
	variable services = service_list();
	variable count = length(services), i, j, name, rank;
	variable ranks = Integer_Type[count];

	for (i = 0; i < count; i++)
		ranks[i] = number_of(services[i], "priority");
	for (i = 1; i < count; i++) {
		name = services[i];
		rank = ranks[i];
		for (j = i; j > 0; j--) {
			if (ranks[j - 1] <= rank)
				break;
			services[j] = services[j - 1];
			ranks[j] = ranks[j - 1];
		}
		services[j] = name;
		ranks[j] = rank;
	}
	return services;
}

define on_node_event()
{
	variable service;

	foreach service (sorted_services())
		()=move_or_start(service, allowed_nodes(service));
}

define recover()
{
	variable policy = service_property(service_name, "recovery");
	variable nodes, others;

	if (policy == "disable") {
		()=service_stop(service_name, 1);
		return;
	}
	nodes = allowed_nodes(service_name);
	if ((policy == "restart") and (service_restarts_exceeded == 0))
		nodes = union(service_last_owner, nodes);
	else {
		others = subtract(nodes, service_last_owner);
		if (length(others) == 0) {
			()=service_stop(service_name);
			return;
		}
		nodes = union(others, service_last_owner);
	}
	()=move_or_start(service_name, nodes);
}

define tell_dependents()
{
	variable service, owner, state;

	foreach service (service_list()) {
		if ((service == service_name) or (service_property(service, "depend") != service_name))
			continue;
		(,,, owner, state) = service_status(service);
		if ((service_state == "started") and (owner < 0) and (state == "stopped"))
			()=move_or_start(service, allowed_nodes(service));
		else if ((service_owner < 0) and (owner >= 0) and
		         (service_property(service, "depend_mode") != "soft"))
			()=service_stop(service);
	}
}

define start_by_request(nodes, owner)
{
	if (user_target > 0) {
		if (length(intersection(nodes, user_target)) > 0)
			nodes = union(user_target, nodes);
		else
			warning(user_service, " may not run on node ", user_target);
	}
	if ((user_request == USER_RELOCATE) and (owner >= 0)) {
		notice("Stopping ", user_service, " for relocate to ", list_text(nodes));
		if (service_stop(user_service) < 0)
			return ERR_ABORT;
		nodes = union(subtract(nodes, owner), owner);
	}
	return move_or_start(user_service, nodes);
}

define on_request()
{
	variable nodes, owner;

	switch (user_request)
	{ case USER_RESTART:
		nodes = allowed_nodes(user_service);
		owner = owner_of(user_service);
		if (owner >= 0)
			nodes = union(owner, nodes);
		if (service_stop(user_service) < 0)
			return ERR_ABORT;
		return move_or_start(user_service, nodes);
	}
	{ case USER_RELOCATE or case USER_ENABLE:
		nodes = allowed_nodes(user_service);
		owner = owner_of(user_service);
		return start_by_request(nodes, owner);
	}
	{ case USER_DISABLE: return service_stop(user_service, 1); }
	{ case USER_STOP: return service_stop(user_service); }
	{ case USER_FREEZE: return service_freeze(user_service); }
	{ case USER_UNFREEZE: return service_unfreeze(user_service); }
	{ case USER_MIGRATE: return service_migrate(user_service, user_target); }
	return -1;
}

switch (event_type)
{ case EVENT_NODE: on_node_event(); }
{ case EVENT_SERVICE:
	if (service_state == "recovering")
		recover();
	else
		tell_dependents();
}
{ case EVENT_USER: user_return = on_request(); }
