namespace Isonomia.Modeling.Expressions.Printing.Notation;

/// <summary>The marks in which mathematics is set: what LaTeX and MathML have in common.</summary>
internal interface INotation
{
    /// <summary>A number, in the digits of <see cref="NumberText"/>.</summary>
    string Number(string digits);

    /// <summary>What stands for a part that is too long to read.</summary>
    string Ellipsis { get; }

    /// <summary>A unit behind its number.</summary>
    string Unit(string number, IReadOnlyList<UnitPart> unit);

    /// <summary>A name's parts: its head and what stands below it.</summary>
    string Name(string head, IReadOnlyList<string> below);

    /// <summary>Two terms with a sign between them: + - &lt; ≤ &gt; ≥ = ≠ ∧ ∨ mod, or "" for a product.</summary>
    string Infix(string left, string sign, string right);

    /// <summary>A sign before a term: - ¬.</summary>
    string Prefix(string sign, string operand);

    /// <summary>A fraction.</summary>
    string Fraction(string above, string below);

    /// <summary>The derivative of a name with respect to time.</summary>
    string Rate(string name);

    /// <summary>A power.</summary>
    string Superscript(string raised, string exponent);

    /// <summary>A square root.</summary>
    string Root(string operand);

    /// <summary>Something between ( ), | |, ⌊ ⌋ or ⌈ ⌉.</summary>
    string Fence(string open, string inner, string close);

    /// <summary>A function of arguments.</summary>
    string Call(string function, IReadOnlyList<string> arguments);

    /// <summary>One of two values, by a condition.</summary>
    string Cases(string condition, string yes, string no);
}
