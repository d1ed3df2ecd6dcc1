using System.Collections.Immutable;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>Puts named things into an order in which each comes behind those it reads.</summary>
internal static class ReadingOrder
{
    /// <summary>The order; otherwise as given. What reads itself in a circle is reported and left out.</summary>
    /// <param name="all">The things.</param>
    /// <param name="nameOf">The name of one.</param>
    /// <param name="reads">The names that one reads; others than those of the things do not matter.</param>
    /// <param name="report">Told of each circle, from its first member on.</param>
    public static ImmutableArray<T> Of<T>(
        ImmutableArray<T> all, Func<T, string> nameOf, Func<T, IEnumerable<string>> reads,
        Action<ImmutableArray<T>> report)
    {
        var byName = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in all)
            byName.TryAdd(nameOf(item), item);
        var order = ImmutableArray.CreateBuilder<T>();
        var done = new Dictionary<string, bool>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var item in all)
            Visit(nameOf(item));
        return order.ToImmutable();

        // True where the name can be used by others.
        bool Visit(string name)
        {
            if (done.TryGetValue(name, out var usable))
                return usable;
            var at = path.IndexOf(name);
            if (at >= 0)
            {
                report([.. path.Skip(at).Select(n => byName[n])]);
                foreach (var member in path.Skip(at))
                    done[member] = false;
                return false;
            }

            path.Add(name);
            foreach (var read in reads(byName[name]).Where(byName.ContainsKey).Distinct().ToArray())
                Visit(read);
            path.RemoveAt(path.Count - 1);
            if (!done.TryAdd(name, true))
                return false;
            order.Add(byName[name]);
            return true;
        }
    }
}
