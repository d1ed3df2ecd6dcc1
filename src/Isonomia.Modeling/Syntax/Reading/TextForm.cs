namespace Isonomia.Modeling.Syntax.Reading;

/// <summary>What a text holds, which decides what the end of a line means.</summary>
internal enum TextForm
{
    /// <summary>One expression: ends of lines mean nothing.</summary>
    Expression,

    /// <summary>Statements: each goes to the end of its line.</summary>
    Statements,

    /// <summary>Equations: each goes to its unit, over as many lines as it takes.</summary>
    Equations,
}
