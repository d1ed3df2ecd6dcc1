namespace Isonomia.Measurement.Formats.Matlab.Values;

/// <summary>A struct, or an array of structs with the same fields; objects of the old kind are structs too.</summary>
public sealed record MatStruct : MatValue
{
    private readonly Func<string, IReadOnlyList<MatValue>> read;

    /// <summary>A struct whose fields are read when asked for.</summary>
    /// <param name="dimensions">The length of each dimension; usually 1 x 1.</param>
    /// <param name="fields">The names of the fields.</param>
    /// <param name="read">Yields the values of one field, one for each element.</param>
    public MatStruct(
        IReadOnlyList<long> dimensions, IReadOnlyList<string> fields, Func<string, IReadOnlyList<MatValue>> read)
        : base(dimensions)
    {
        Fields = fields;
        this.read = read;
    }

    /// <summary>The names of the fields, in file order.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <inheritdoc/>
    public override string Class => "struct";

    /// <summary>The field of the first element, or null where there is no such field or no element.</summary>
    public MatValue? this[string field] => Values(field) is [var first, ..] ? first : null;

    /// <summary>The field of every element; empty where there is no such field.</summary>
    public IReadOnlyList<MatValue> Values(string field) => Fields.Contains(field) ? read(field) : [];
}
