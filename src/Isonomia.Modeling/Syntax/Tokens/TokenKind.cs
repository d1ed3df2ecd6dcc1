namespace Isonomia.Modeling.Syntax.Tokens;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>The end of a line and any blank lines behind it.</summary>
    Break,

    /// <summary>";".</summary>
    Semicolon,

    /// <summary>",".</summary>
    Comma,

    /// <summary>":".</summary>
    Colon,

    /// <summary>"(", or a bracket or brace in its place.</summary>
    Open,

    /// <summary>")", or a bracket or brace in its place.</summary>
    Close,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A name or a keyword.</summary>
    Name,

    /// <summary>An operator of expressions, also "and", "or", "not".</summary>
    Operator,

    /// <summary>"=", "+=", ...</summary>
    Assignment,

    /// <summary>The prime of a derivative in other languages: v'.</summary>
    Prime,

    /// <summary>Something that was already reported.</summary>
    Unreadable,
}
