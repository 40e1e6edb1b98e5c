using System.Reflection;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>Passes the asynchronous calls of any interface on, unless <see cref="Faults"/> lets them fail.</summary>
public class FaultProxy : DispatchProxy
{
    private object _inner = null!;
    private Faults _faults = null!;

    public static T Wrap<T>(T inner, Faults faults)
        where T : class
    {
        var wrapped = Create<T, FaultProxy>();
        var proxy = (FaultProxy)(object)wrapped;
        proxy._inner = inner;
        proxy._faults = faults;
        return wrapped;
    }

    /// <summary>True for methods that <see cref="Faults"/> can fail: those that return a task.</summary>
    public static bool CanFail(MethodInfo method) =>
        typeof(Task).IsAssignableFrom(method.ReturnType) || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>));

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        return CanFail(targetMethod) && _faults.Count(targetMethod.Name) is { } exception
            ? Failed(targetMethod.ReturnType, exception)
            : targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }

    private static object Failed(Type type, Exception exception)
    {
        if (type == typeof(Task))
        {
            return Task.FromException(exception);
        }

        var owner = type.GetGenericTypeDefinition() == typeof(ValueTask<>) ? typeof(ValueTask) : typeof(Task);
        return owner.GetMethod("FromException", 1, [typeof(Exception)])!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [exception])!;
    }
}
