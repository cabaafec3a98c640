trigger ListenToChanges on tokenward__Connection_Changed__e(after insert) {
    Notes.add('changed', JSON.serialize(Trigger.new));
}
