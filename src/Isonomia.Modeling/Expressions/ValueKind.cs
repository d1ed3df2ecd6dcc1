namespace Isonomia.Modeling.Expressions;

/// <summary>What kind of value an expression has.</summary>
public enum ValueKind
{
    /// <summary>A real number, perhaps with a dimension.</summary>
    Real,

    /// <summary>A whole number without dimension.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,
}
