using System.Reflection;

namespace Isonomia.Measurement.Tests.Measuring;

/// <summary>
/// How much memory an object keeps alive: every object that can be reached from it, counted once. Unlike what the
/// collector reports, this is the same in every run, whatever other tests do meanwhile.
/// </summary>
internal static class RetainedBytes
{
    // A header and a pointer to the type.
    private const int Overhead = 16;

    public static long Of(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<object>([root]);
        var total = 0L;
        while (waiting.TryPop(out var next))
        {
            // What describes the program is shared by all.
            if (next is MemberInfo or Assembly or Module || !seen.Add(next))
                continue;
            total += Overhead + next switch
            {
                string text => sizeof(char) * text.Length,
                Array { Length: var length } array => length * SizeOf(array.GetType().GetElementType()!),
                _ => InstanceFields(next.GetType()).Sum(f => SizeOf(f.FieldType)),
            };
            Follow(next, waiting);
        }

        return total;
    }

    private static void Follow(object from, Stack<object> waiting)
    {
        if (from is Array array)
        {
            if (!array.GetType().GetElementType()!.IsPrimitive)
            {
                foreach (var item in array)
                    Take(item, array.GetType().GetElementType()!, waiting);
            }
        }
        else if (from is not string)
        {
            foreach (var field in InstanceFields(from.GetType()))
                Take(field.GetValue(from), field.FieldType, waiting);
        }
    }

    // A structure lies within what holds it; only what it refers to is an object of its own.
    private static void Take(object? value, Type declared, Stack<object> waiting)
    {
        if (value is null || declared.IsPrimitive || declared.IsPointer || declared.IsEnum)
            return;
        if (declared.IsValueType)
            Follow(value, waiting);
        else
            waiting.Push(value);
    }

    private static IEnumerable<FieldInfo> InstanceFields(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            foreach (var field in t.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return field;
        }
    }

    // No primitive takes more than a word; one that takes less is counted as one.
    private static int SizeOf(Type type) => type is { IsValueType: true, IsPrimitive: false, IsEnum: false }
        ? InstanceFields(type).Sum(f => SizeOf(f.FieldType))
        : sizeof(long);
}
