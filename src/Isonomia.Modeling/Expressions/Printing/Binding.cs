namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>How tightly an operator binds, loosest first.</summary>
internal enum Binding
{
    /// <summary>A choice.</summary>
    Choice,

    /// <summary>or.</summary>
    Or,

    /// <summary>and.</summary>
    And,

    /// <summary>not.</summary>
    Not,

    /// <summary>== and != where they bind less than other comparisons (C).</summary>
    Equality,

    /// <summary>Comparisons.</summary>
    Comparison,

    /// <summary>Sums.</summary>
    Sum,

    /// <summary>Products.</summary>
    Product,

    /// <summary>Signs.</summary>
    Sign,

    /// <summary>Powers.</summary>
    Power,

    /// <summary>What needs no parentheses.</summary>
    Atom,
}
