namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>A written expression, and how tightly its outermost operator binds.</summary>
internal readonly record struct Written(string Text, Binding Binding)
{
    /// <summary>The text, in parentheses where it binds less tightly than its place needs.</summary>
    public string At(Binding least, string open = "(", string close = ")") =>
        Binding >= least ? Text : open + Text + close;
}
