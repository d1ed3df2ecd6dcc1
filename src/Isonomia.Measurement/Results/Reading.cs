namespace Isonomia.Measurement.Results;

/// <summary>
/// A result as an ordered tree of named values: what JSON and TSV are written from. A biomarker composes one with
/// <c>new Reading().Number(...).Group(...)</c>; the order of calls is the order in the output.
/// </summary>
public sealed class Reading
{
    private readonly List<ReadingMember> members = [];

    /// <summary>The members, in order.</summary>
    public IReadOnlyList<ReadingMember> Members => members;

    /// <summary>A measured number and its unit (<c>1</c> where it has none).</summary>
    public Reading Number(string name, Measured value, string unit) => Add(new(name, value, unit));

    /// <summary>A number that is known exactly or needs no uncertainty.</summary>
    public Reading Number(string name, double value, string unit) => Add(new(name, Measured.Of(value), unit));

    /// <summary>A count.</summary>
    public Reading Count(string name, long value) => Add(new(name, value, "count"));

    /// <summary>Words; null is written as null.</summary>
    public Reading Text(string name, string? value) => Add(new(name, value, ""));

    /// <summary>Yes or no.</summary>
    public Reading Flag(string name, bool value) => Add(new(name, value, ""));

    /// <summary>A list of numbers: an axis, a spectrum, a fluctuation function. Left out of TSV.</summary>
    public Reading Curve(string name, double[] values, string unit) => Add(new(name, values, unit));

    /// <summary>A list of words.</summary>
    public Reading Words(string name, IReadOnlyList<string> values) => Add(new(name, values, ""));

    /// <summary>A named part: a band, a scale.</summary>
    public Reading Group(string name, Reading part) => Add(new(name, part, ""));

    /// <summary>A list of alike parts: peaks, events.</summary>
    public Reading List(string name, IReadOnlyList<Reading> parts) => Add(new(name, parts, ""));

    /// <summary>The number at a path of names, as <c>alpha</c>, <c>exponent</c>; null where there is none.</summary>
    public Measured? Find(params ReadOnlySpan<string> path)
    {
        foreach (var member in members)
        {
            if (path.Length > 0 && member.Name == path[0])
                return path.Length == 1 ? member.Value as Measured? : (member.Value as Reading)?.Find(path[1..]);
        }

        return null;
    }

    /// <summary>The same without curves, words and lists: what is kept of many windows.</summary>
    public Reading NumbersOnly()
    {
        var kept = new Reading();
        foreach (var member in members)
        {
            if (member.Value is Reading part)
                kept.Group(member.Name, part.NumbersOnly());
            else if (member.Value is Measured or long or bool)
                kept.Add(member);
        }

        return kept;
    }

    private Reading Add(ReadingMember member)
    {
        members.Add(member);
        return this;
    }
}
