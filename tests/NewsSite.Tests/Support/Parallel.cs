// One assembly-wide rule: tests share nothing, so all may run together.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerClass)]
