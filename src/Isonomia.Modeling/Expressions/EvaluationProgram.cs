namespace Isonomia.Modeling.Expressions;

/// <summary>
/// Expressions flattened into a list of instructions that share what they have in common, for evaluating a system of
/// equations over and over in double precision (reference runs, fixed points, phase planes): no allocation, some 2 ns an
/// instruction besides its function. One instance serves one thread at a time.
/// </summary>
public sealed class EvaluationProgram
{
    private readonly Instruction[] instructions;
    private readonly double[] slots;
    private readonly int[] results;
    private readonly int first;

    /// <summary>Flattens expressions.</summary>
    /// <param name="expressions">The expressions; they may not draw.</param>
    /// <param name="variables">The names they read, in the order in which values will be given.</param>
    /// <exception cref="ArgumentException">A name is read that is not among the variables, or a draw is made.</exception>
    public EvaluationProgram(IReadOnlyList<Expression> expressions, IReadOnlyList<string> variables)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        ArgumentNullException.ThrowIfNull(variables);
        Variables = variables.Count;

        // Slots: the variables, then the constants, then one for each instruction.
        var places = new Dictionary<Expression, int>();
        var nodes = Postorder.Of([.. expressions]);
        var values = new List<double>(new double[variables.Count]);
        var named = variables.Select((name, place) => (name, place)).ToDictionary(v => v.name, v => v.place);
        foreach (var node in nodes)
        {
            if (node.Operator == Operator.Variable)
            {
                places[node] = named.TryGetValue(node.Name, out var place)
                    ? place
                    : throw new ArgumentException($"'{node.Name}' is read, but is no variable.", nameof(variables));
            }
            else if (node.Operator == Operator.Constant)
            {
                places[node] = values.Count;
                values.Add(node.Value);
            }
            else if (node.Operator is Operator.Noise or Operator.Normal or Operator.Uniform or Operator.Poisson)
            {
                throw new ArgumentException($"A draw ({node.Operator}) has no value here.", nameof(expressions));
            }
        }

        first = values.Count;
        var made = new List<Instruction>();
        foreach (var node in nodes.Where(n => n.Operands.Length > 0))
        {
            var x = places[node[0]];
            var y = node.Operands.Length > 1 ? places[node[1]] : x;
            var z = node.Operands.Length > 2 ? places[node[2]] : x;
            places[node] = node.Operator == Operator.Power && node[1].Operator == Operator.Constant
                ? Raise(made, x, y, node[1].Value)
                : Emit(made, new Instruction(node.Operator, x, y, z));
        }

        instructions = [.. made];
        slots = new double[first + instructions.Length];
        values.CopyTo(slots);
        results = [.. expressions.Select(e => places[e])];
    }

    /// <summary>How many values are given.</summary>
    public int Variables { get; }

    /// <summary>How many values result.</summary>
    public int Results => results.Length;

    /// <summary>Evaluates all expressions.</summary>
    /// <param name="variables">The variables' values in SI base units, in the order of construction.</param>
    /// <param name="values">Receives the expressions' values.</param>
    /// <exception cref="ArgumentException">The lengths are not those of construction.</exception>
    public void Evaluate(ReadOnlySpan<double> variables, Span<double> values)
    {
        if (variables.Length != Variables || values.Length != results.Length)
        {
            throw new ArgumentException(
                $"{variables.Length} values in and {values.Length} out, where {Variables} and {Results} belong.");
        }

        variables.CopyTo(slots);
        var place = first;
        foreach (ref readonly var step in instructions.AsSpan())
        {
            double x = slots[step.X], y = slots[step.Y];
            slots[place++] = step.Operator switch
            {
                Operator.Add => x + y,
                Operator.Subtract => x - y,
                Operator.Multiply => x * y,
                Operator.Divide => x / y,
                Operator.Exp => Math.Exp(x),
                _ => Arithmetic.Apply(step.Operator, x, y, slots[step.Z]),
            };
        }

        for (var i = 0; i < results.Length; i++)
            values[i] = slots[results[i]];
    }

    private int Emit(List<Instruction> made, Instruction instruction)
    {
        made.Add(instruction);
        return first + made.Count - 1;
    }

    // Gates are raised to the third and fourth power: a few products instead of a logarithm and an exponential.
    private int Raise(List<Instruction> made, int x, int y, double exponent)
    {
        if (exponent is not (2 or 3 or 4))
            return Emit(made, new Instruction(Operator.Power, x, y, x));
        var square = Emit(made, new Instruction(Operator.Multiply, x, x, x));
        return exponent == 2
            ? square
            : Emit(made, new Instruction(Operator.Multiply, square, exponent == 3 ? x : square, x));
    }

    private readonly record struct Instruction(Operator Operator, int X, int Y, int Z);
}
